-- a superior before whom an unanswered urging was brought says what is to be done
alter table urging
  add direction text,
  add directed_on date,
  add directed_by uuid references holding,
  add check ((direction is null) = (directed_on is null) and (direction is null or escalated_on is not null));
comment on column urging.direction is 'What the superior it was brought before says is to be done, once.';
