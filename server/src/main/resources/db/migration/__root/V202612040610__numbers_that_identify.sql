-- What is compared like a key is looked for like one.
create index purchase_request_by_replaces on fleet.purchase_request (replaces) where replaces is not null;
create index fuel_record_by_card on fleet.fuel_record (card_no) where card_no is not null;
create index disposal_by_successor on fleet.disposal (replaced_by) where replaced_by is not null;
create index travel_claim_by_city on funds.travel_claim (city_division) where city_division is not null;
create index service_record_by_item on funds.service_record (item_no) where item_no is not null;
create index reception_by_guests_division on reception.reception (guest_division) where guest_division is not null;
create index reception_by_letter on reception.reception (letter_no) where letter_no is not null;
