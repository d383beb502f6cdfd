comment on table rate_limit is 'Wrong passwords within a minute, counted per address and account name, and per address for all names, across all processes.';
comment on column rate_limit.last_request is 'When the minute began, in milliseconds since 1970.';
