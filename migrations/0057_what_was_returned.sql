-- What a plan held is kept when it is returned, not each time it is submitted: few are, and nobody writes it in between.
comment on column plan_step.content is 'Of a return, a digest of what the plan held: its words, its items with what they answer, its reasons. Of earlier returns it stands at the submission.';
