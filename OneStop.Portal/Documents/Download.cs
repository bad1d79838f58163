using OneStop.Domain.Attachments;

namespace OneStop.Portal.Documents;

/// <summary>
/// A document that is made for whoever asks, to be saved. Nothing on the way keeps it. That it left is written down by the desk that
/// read its rows (<c>db.RecordExport</c>), in the same save.
/// </summary>
internal sealed class Download(byte[] bytes, string contentType, string name) : IResult
{
    /// <summary>An Excel file.</summary>
    /// <param name="name">Its name without the ending.</param>
    public static Download OfWorkbook(byte[] bytes, string name) => new(bytes, Workbook.ContentType, $"{name}.xlsx");

    /// <summary>What a browser is told about a file and its name, in whatever letters (RFC 5987, 6266).</summary>
    /// <param name="isShown">It opens in the browser instead of being saved.</param>
    public static string Disposition(string name, bool isShown = false) =>
        $"{(isShown ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(name)}";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        (answer.ContentType, answer.ContentLength) = (contentType, bytes.Length);
        answer.Headers.CacheControl = "no-store";
        answer.Headers.ContentDisposition = Disposition(FileName.Clean(name));
        return answer.Body.WriteAsync(bytes).AsTask();
    }
}
