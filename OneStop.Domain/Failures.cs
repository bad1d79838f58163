namespace OneStop.Domain;

/// <summary>Formats exceptions for logs.</summary>
public static class Failures
{
    extension(Exception exception)
    {
        /// <summary>
        /// The types and stack traces of an exception chain, without messages: a database's message quotes the refused values, and no personal data
        /// may be logged.
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
