/** SQL for the moment of the statement, as our columns without a time zone hold it. */
export const now = "clock_timestamp() AT TIME ZONE 'utc'";
