-- What the lab found of the latest program that met a challenge, as JSON: how it was stepped, how many
-- orders were tried, for how many they stand, and what was held fixed. Of those before it is not known.
alter table challenge add column proof text;
