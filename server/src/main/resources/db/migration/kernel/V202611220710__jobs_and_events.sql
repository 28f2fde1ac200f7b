-- Background jobs (db-scheduler) and events waiting for their listeners (Spring Modulith), as those libraries ask.
create table kernel.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_due on kernel.scheduled_task (execution_time);
create index scheduled_task_alive on kernel.scheduled_task (last_heartbeat);

create table kernel.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_event on kernel.event_publication using hash (serialized_event);
create index event_publication_by_completion on kernel.event_publication (completion_date);
