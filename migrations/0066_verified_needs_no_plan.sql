-- What is done and verified needs no plan any more, so that its cell counts as covered: it follows an obligation that is verified, or is so no longer.
drop trigger obligation_state_touches_cover on obligation;
create trigger obligation_state_touches_cover after update of state on obligation for each row
  when ((old.state in ('withdrawn', 'verified') or new.state in ('withdrawn', 'verified')) and old.state <> new.state) execute function touch_cover_of_one();
insert into plan_cover_touched select distinct obligation.directive_id, obligation.body_id from obligation
where obligation.state = 'verified' and exists (select from plan_order where plan_order.directive_id = obligation.directive_id);
comment on table plan_cover is 'How the plan of a body answers what lies on it of a directive, derived: a byte for each task of the directive in the order of their ids (0 not on the body, 1 open, 2 a reason asked, 3 in a draft alone, 4 a reason accepted or done and verified, 5 answered by nothing but the words of the task, 6 answered); then how many stand at each. plan is the state of its plan that is furthest; is_begun says that some plan has content to show, is_planned that one was submitted. Bodies in plan_cover_touched are counted anew until a job has folded them in.';
