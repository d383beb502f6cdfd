-- of a directive that was recalled or replaced nothing is overdue any more: said beside the days that were set, where the board reads them
alter table dissemination add is_over boolean not null default false;
comment on column dissemination.is_over is 'Its directive was recalled or replaced: none of its days binds any more.';
update dissemination set is_over = true from directive where directive.id = dissemination.directive_id and directive.taken_back is not null;
