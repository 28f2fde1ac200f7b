-- An import goes on with the rights that whoever handed it in has then, for the purpose they worked for.
alter table workbook.import add column purpose text, add column on_behalf_of text;
