-- A card's number is looked for together with whose records they are, as numbers of rows are: by the number alone those of
-- others were found first, and held against all of one's own, which took its time only where somebody has that card.
drop index fleet.fuel_record_by_card;
create index fuel_record_by_card on fleet.fuel_record (card_no, institution_id) where card_no is not null;
