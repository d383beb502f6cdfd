-- a directive that its sender recalled, or put another in the place of: nothing new is laid on anybody by it
alter table directive add column taken_back text check (taken_back in ('recalled', 'replaced'));
comment on column directive.taken_back is 'Whether the sender recalled the directive after it was issued, or replaced it by another (directive_change); null while it is in force.';
update directive set taken_back = case change.kind when 'recall' then 'recalled' else 'replaced' end
  from directive_change change where change.directive_id = directive.id and change.state = 'sent' and change.kind in ('recall', 'replace');
insert into reminder_rule (kind, days_before, days_after, valid) values ('change', '{}', '{0,3,7}', '(,)');
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: receive, study, change, accept, milestone, verify, returned, plan, appraise, urging, and what other slices add.';
