-- Whoever sent or passed on a directive is told of those who refused it: they are few, and found by this.
create index receipt_refused on receipt (directive_id) where state = 'refused';
