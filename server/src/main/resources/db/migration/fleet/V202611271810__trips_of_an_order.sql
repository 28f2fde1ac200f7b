-- Which trips an order led to is asked by its number.
create index trip_of_order on fleet.trip (order_no) where order_no is not null;
