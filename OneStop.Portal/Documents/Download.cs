using OneStop.Domain.Attachments;

namespace OneStop.Portal.Documents;

/// <summary>
/// A document made for the person who asks, to be saved. No cache keeps it. The desk that reads its rows records the export
/// (<c>db.RecordExport</c>) in the same save.
/// </summary>
/// <param name="write">Writes the document to the answer.</param>
/// <param name="length">In bytes; null if it is not known before it is written.</param>
internal sealed class Download(Func<Stream, Task> write, string contentType, string name, long? length = null) : IResult
{
    /// <summary>A document that is in memory.</summary>
    public Download(byte[] bytes, string contentType, string name)
        : this(body => body.WriteAsync(bytes).AsTask(), contentType, name, bytes.Length)
    {
    }

    /// <summary>An Excel file.</summary>
    /// <param name="name">The file name without extension.</param>
    public static Download OfWorkbook(byte[] bytes, string name) => new(bytes, Workbook.ContentType, $"{name}.xlsx");

    /// <summary>Returns the Content-Disposition header for a file name in any script (RFC 5987, 6266).</summary>
    /// <param name="isShown">True to open the file in the browser instead of saving it.</param>
    public static string Disposition(string name, bool isShown = false) =>
        $"{(isShown ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(name)}";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        (answer.ContentType, answer.ContentLength) = (contentType, length);
        answer.Headers.CacheControl = "no-store";
        answer.Headers.ContentDisposition = Disposition(FileName.Clean(name));
        return write(answer.BodyWriter.AsStream()); // takes the few bytes that an archive writes without waiting, and sends them with the next
    }
}
