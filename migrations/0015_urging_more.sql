alter table notice_setting add column refused text;
comment on column notice_setting.refused is 'What the mail server said when it refused the address for good: nothing more is mailed to it until the settings are saved anew.';

-- a body's own plan: to be made by its day, to be appraised from the day it was submitted
insert into reminder_rule (kind, days_before, days_after, valid) values
  ('plan', '{14,7,1}', '{1,7,14}', '(,)'),
  ('appraise', '{}', '{0,3,7}', '(,)');
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: accept, milestone, verify, returned, urging, plan, appraise, and what other slices add.';
