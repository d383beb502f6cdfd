-- Whoever has received a directive that others below wait for is reminded to pass it on.
insert into reminder_rule (kind, days_before, days_after, valid) values ('pass-on', '{}', '{1,3,7}', '(,)');
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: receive, pass-on, study, change, refused-change, accept, milestone, mend, verify, returned, plan, mend-plan, issue-plan, appraise, urging, and what other slices add.';
