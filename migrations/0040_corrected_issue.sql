-- number, day or signer written down wrong when a plan was issued are corrected without amending the plan
alter table plan_step drop constraint plan_step_event_check;
alter table plan_step add constraint plan_step_event_check
  check (event in ('start', 'submit', 'recall', 'appraise', 'return', 'approve', 'accept', 'refuse', 'issue', 'correct', 'amend', 'drop-amendment', 'keep', 'withdraw'));
