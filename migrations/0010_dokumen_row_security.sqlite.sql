-- Row security is PostgreSQL's; here the statements alone decide. Twin of 0010_dokumen_row_security.postgres.sql.
SELECT 1;
