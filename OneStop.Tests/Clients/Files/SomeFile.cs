using System.Text;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Attachments;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using SkiaSharp;

namespace OneStop.Tests.Clients.Files;

/// <summary>Files for tests: small papers, and what a browser hands over.</summary>
internal static class SomeFile
{
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>endobj\ntrailer<</Root 1 0 R>>\n");

    public static byte[] Png(int width = 60, int height = 40) => Picture(width, height, SKEncodedImageFormat.Png);

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(width, height);
        picture.Erase(SKColors.Teal);
        using var encoded = picture.Encode(format, 100);
        return encoded.ToArray();
    }

    extension(TestOneStop oneStop)
    {
        /// <summary>Adds a file of a kind as this member of staff.</summary>
        public async Task<Guid> AFile(StaffMember by, Guid client, string kind, string title = "書類.pdf", byte[]? bytes = null, bool hasPreview = false)
        {
            var added = new NewClientFile(await oneStop.Stored(bytes ?? Pdf), hasPreview ? await oneStop.Stored(Picture(60, 40, SKEncodedImageFormat.Jpeg)) : null);
            return await oneStop.At<ClientFileDesk, Guid>(by, d => d.Add(client, new(title, StandardFileKinds.IdOf(kind), null, ""), added));
        }

        /// <summary>Stores bytes as they would be after an upload.</summary>
        public async Task<FileContents> Stored(byte[] bytes) => new(await oneStop.Services.GetRequiredService<FileStore>().Write(bytes),
            ((TakenFile)FileJudgement.Of(bytes)).ContentType, bytes.Length);

        /// <summary>Returns the files that a member of staff sees.</summary>
        public Task<ClientFileList> FilesOf(StaffMember by, Guid client, ClientFileFilter? filter = null) =>
            oneStop.At<ClientFileDesk, ClientFileList>(by, d => d.Of(client, filter ?? ClientFileFilter.First));
    }
}

/// <summary>A file as the browser hands it over.</summary>
internal sealed class ChosenFile(string name, byte[] bytes, long? size = null, Exception? breaks = null) : IBrowserFile
{
    public string Name => name;
    public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;
    public long Size => size ?? bytes.Length;
    public string ContentType => "application/octet-stream";

    public Stream OpenReadStream(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
        breaks is null ? new MemoryStream(bytes) : throw breaks;
}
