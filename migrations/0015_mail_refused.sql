alter table notice_setting add column refused text;
comment on column notice_setting.refused is 'What the mail server said when it refused the address for good: nothing more is mailed to it until the settings are saved anew.';
