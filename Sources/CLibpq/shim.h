#include <libpq-fe.h>
#include <sys/eventfd.h>

/* Swift does not import macros that are character literals. */
static const int DiagnosticSeverity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int DiagnosticSQLState = PG_DIAG_SQLSTATE;
static const int DiagnosticMessage = PG_DIAG_MESSAGE_PRIMARY;
static const int DiagnosticDetail = PG_DIAG_MESSAGE_DETAIL;
static const int DiagnosticHint = PG_DIAG_MESSAGE_HINT;
static const int DiagnosticSchemaName = PG_DIAG_SCHEMA_NAME;
static const int DiagnosticTableName = PG_DIAG_TABLE_NAME;
static const int DiagnosticColumnName = PG_DIAG_COLUMN_NAME;
static const int DiagnosticConstraintName = PG_DIAG_CONSTRAINT_NAME;
static const int DiagnosticPosition = PG_DIAG_STATEMENT_POSITION;
static const int DiagnosticContext = PG_DIAG_CONTEXT;
static const int DiagnosticSourceFunction = PG_DIAG_SOURCE_FUNCTION;
