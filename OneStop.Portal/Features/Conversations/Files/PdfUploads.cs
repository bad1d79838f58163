using Microsoft.AspNetCore.Components.Forms;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;

namespace OneStop.Portal.Features.Conversations.Files;

/// <summary>Documents that staff send: PDF only, recognized by its bytes, unchanged. The client gets a link that expires, never the file in LINE.</summary>
internal sealed class PdfUploads(FileStore store, FileInspection inspection)
{
    /// <summary>Returns whether a file is a PDF by its type or name, as the browser gives them.</summary>
    public static bool IsMeant(IBrowserFile file) => file.ContentType == "application/pdf" || file.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RuleException">The file is too large, or not a PDF.</exception>
    public async Task<FileContents> Prepare(IBrowserFile file)
    {
        if (file.Size > Largest)
            throw new RuleException($"書類は{Largest / 1024 / 1024}MBまでです。小さくしてから送ってください。");

        await using var kept = store.Begin();
        await using (var stream = file.OpenReadStream(Largest))
            await stream.CopyToAsync(kept.Bytes);
        var judged = await inspection.Judge(kept.Bytes);
        if (judged is RefusedFile refused)
            throw new RuleException($"{refused.Reason}PDFか画像を選んでください。");
        if (judged is not TakenFile { Kind: var kind } || kind != FileKind.Pdf)
            throw new RuleException("PDFとして読めないファイルです。PDFか画像を選んでください。");
        var length = kept.Bytes.Length;
        var name = kept.Flush();
        await kept.Keep();
        return new(name, FileKind.Pdf.ContentType, length);
    }

    private const long Largest = 20 * 1024 * 1024;
}
