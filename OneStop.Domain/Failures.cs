namespace OneStop.Domain;

/// <summary>How failures come into logs.</summary>
public static class Failures
{
    extension(Exception exception)
    {
        /// <summary>
        /// The kinds of the exceptions and where they arose, without their messages: a database's own words quote the values
        /// that it refused, and no personal data goes into a log.
        /// </summary>
        public string WithoutWords =>
            string.Join(Environment.NewLine, Chain(exception).Select(e => $"{e.GetType().FullName}{Environment.NewLine}{e.StackTrace}"));
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
