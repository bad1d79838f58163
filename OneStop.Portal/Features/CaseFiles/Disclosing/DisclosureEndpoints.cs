using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations.Files;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.CaseFiles.Disclosing;

/// <summary>The endpoints of a person's whole record: a PDF to read, and a ZIP of JSON and files for machines.</summary>
internal static class DisclosureEndpoints
{
    /// <summary>Everything that is no letter of a script stays escaped, and nothing else, so that the files can be read.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    private const int MostPictures = 60;

    extension(IEndpointRouteBuilder app)
    {
        public void MapDisclosure()
        {
            app.MapGet("/clients/{id:guid}/disclosure.pdf", async (Guid id, DisclosureDesk desk, PdfPrinter printer, FileStore store) =>
                await desk.Read(id) is not { } all ? Results.NotFound()
                : await Printed(printer, all, store) is { } pdf ? new Download(pdf, PdfPrinter.ContentType, $"{NameOf(all)}.pdf")
                : Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable));
            app.MapGet("/clients/{id:guid}/disclosure.zip", async (Guid id, DisclosureDesk desk, FileStore store) =>
                await desk.Read(id) is { } all ? new Download(body => Zip(all, store, body), "application/zip", $"{NameOf(all)}.zip") : Results.NotFound());
        }
    }

    /// <summary>The number and not the name: the file may lie in a folder that others see.</summary>
    private static string NameOf(Disclosure all) => $"開示_{Client.NumberOf(all.Client.Number)}_{all.MadeAt.JapaneseDate:yyyyMMdd}";

    private static async Task<byte[]?> Printed(PdfPrinter printer, Disclosure all, FileStore store)
    {
        try
        {
            return await printer.Print<DisclosureDocument>(new()
            {
                [nameof(DisclosureDocument.All)] = all,
                [nameof(DisclosureDocument.Pictures)] = await PicturesOf(all, store),
            });
        }
        catch (RuleException)
        {
            return null; // the printer has logged why
        }
    }

    /// <summary>Returns the small pictures as data, by the names of their files; the printer has no network. Further ones are in the archive only.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PicturesOf(Disclosure all, FileStore store)
    {
        var pictures = new Dictionary<string, string>();
        foreach (var file in all.Files.Where(f => f.Preview is not null).Take(MostPictures))
        {
            await using var preview = await store.OpenNamed(file.Preview!);
            if (preview is null)
                continue;
            using var bytes = new MemoryStream();
            await preview.CopyToAsync(bytes);
            pictures[file.Name] = $"data:image/jpeg;base64,{Convert.ToBase64String(bytes.ToArray())}";
        }
        return pictures;
    }

    /// <summary>Writes the archive as it is made: the files of a long case would not fit into memory.</summary>
    private static async Task Zip(Disclosure all, FileStore store, Stream into)
    {
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        await Write(zip, "timeline.json", all.Timeline.Select(r => new { r.Entry.At, r.Entry.Until, Kind = KindOf(all, r), r.Entry.Title, r.Entry.Text, r.Author }));
        await Write(zip, "programs.json", all.Programs);
        foreach (var table in all.Tables)
            await Write(zip, $"records/{table.Name}.json", table.Rows);
        foreach (var file in all.Files)
        {
            await using var content = await store.OpenNamed(file.StorageName);
            if (content is null)
                continue;
            await using var entry = await zip.CreateEntry($"files/{file.Name}").OpenAsync();
            await content.CopyToAsync(entry);
        }
    }

    private static async Task Write<T>(ZipArchive zip, string name, T rows)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await JsonSerializer.SerializeAsync(entry, rows, Json);
    }

    private static string KindOf(Disclosure all, TimelineRow row) => all.Kinds.First(k => k.Code == row.Entry.Kind).InJapanese;
}
