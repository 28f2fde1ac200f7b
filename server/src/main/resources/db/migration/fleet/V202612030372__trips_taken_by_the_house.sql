-- It runs as the owner, and whoever acts has no business in calling it themselves.
revoke execute on function fleet.take_trips(uuid[], timestamptz[], timestamptz[]) from public;
grant execute on function fleet.take_trips(uuid[], timestamptz[], timestamptz[]) to yiti_house;
