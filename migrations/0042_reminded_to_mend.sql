-- what came back to be mended, and a plan that was approved and waits to be issued, are told to those whose next step it is
insert into reminder_rule (kind, days_before, days_after, valid) values
  ('mend', '{}', '{0,3,7}', '(,)'),
  ('mend-plan', '{}', '{0,3,7}', '(,)'),
  ('issue-plan', '{}', '{0,7}', '(,)');
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: receive, study, change, accept, milestone, mend, verify, returned, plan, mend-plan, issue-plan, appraise, urging, and what other slices add.';
