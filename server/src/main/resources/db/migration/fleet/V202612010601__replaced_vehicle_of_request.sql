-- Which vehicle the one asked for replaces, and the approval where that is before its time: the gate of 更新年限.
alter table fleet.purchase_request
    add column replaces          text,
    add column early_approval_no text;
comment on column fleet.purchase_request.replaces is '被更新车辆的号牌; empty where nothing is replaced';
