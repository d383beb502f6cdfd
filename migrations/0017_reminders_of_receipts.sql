-- a directive sent out: to be received from the day it arrived, to be studied by the day its sender set
insert into reminder_rule (kind, days_before, days_after, valid) values
  ('receive', '{}', '{0,3,7}', '(,)'),
  ('study', '{7,1}', '{1,7}', '(,)');
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: receive, study, accept, milestone, verify, returned, plan, appraise, urging, and what other slices add.';
