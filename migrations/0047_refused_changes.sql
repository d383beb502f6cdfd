-- a change that a receiver refused is told to whoever sent it
insert into reminder_rule (kind, days_before, days_after, valid) values ('refused-change', '{}', '{0}', '(,)');
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: receive, study, change, refused-change, accept, milestone, mend, verify, returned, plan, mend-plan, issue-plan, appraise, urging, and what other slices add.';
