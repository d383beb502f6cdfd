-- reasons that wait for a decision are few: they are found by themselves
create index plan_reason_open on plan_reason (plan_id) where accepted_on is null and refused_on is null;
