-- each edition of a plan is issued under a number, a day and a signer of its own: an amendment must not take those of the baseline away
alter table plan_edition add issued_as text, add issued_on date, add signer text not null default '';
comment on column plan_edition.issued_as is 'The number under which this edition was issued; null until it is.';
comment on column plan_edition.issued_on is 'The day of that number.';
comment on column plan_edition.signer is 'Who signed this edition.';
comment on table plan_edition is 'A plan as it was approved: 1 is the baseline, later ones are amendments. content holds its head and all items with what they answer, and never changes; number, day and signer come when the edition is issued.';
update plan_edition edition set issued_as = plan.number, issued_on = plan.issued_on, signer = coalesce(plan.signer, '')
  from plan where plan.id = edition.plan_id and plan.number is not null
    and edition.number = plan.edition - case when plan.state in ('approved', 'accepted') then 1 else 0 end;
create index plan_edition_number on plan_edition (issued_as) where issued_as is not null;
