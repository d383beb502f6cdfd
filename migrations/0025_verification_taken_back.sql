alter table milestone_reached add by_verification boolean not null default false;
comment on column milestone_reached.by_verification is 'Reached only because all that was left was verified: no longer reached when the verification is taken back.';
update milestone_reached set by_verification = true
from obligation where obligation.id = milestone_reached.obligation_id and obligation.state = 'verified' and milestone_reached.reached_on = obligation.done_on;
