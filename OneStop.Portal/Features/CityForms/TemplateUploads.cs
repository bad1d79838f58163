using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.CityForms;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Portal.Documents;
using OneStop.Portal.Documents.CityForms;

namespace OneStop.Portal.Features.CityForms;

/// <summary>Takes templates of managers: read and tried out before anything is stored.</summary>
internal sealed class TemplateUploads(FileStore store, FileInspection inspection, FileWorkGate gate)
{
    /// <summary>Reads a template, compares it with its form, and fills it in with examples.</summary>
    /// <exception cref="RuleException">It is no plain workbook, did not arrive whole, or cannot be filled in; the sentence says why.</exception>
    public async Task<ChosenTemplate> Read(IBrowserFile file, ICityForm form)
    {
        if (file.Size > SheetLimits.LargestUpload)
            throw new RuleException($"ファイルは{SheetLimits.LargestUpload / 1024 / 1024}MBまでです。{TemplateParts.Limits.Advice}ファイルにしてください。");
        var bytes = await BytesOf(file);
        using (var stream = new MemoryStream(bytes, writable: false))
        {
            if (await inspection.Judge(stream) is RefusedFile refused)
                throw new RuleException(refused.Reason);
        }
        var check = await gate.Do(() => Tried(FormTemplate.Of(bytes), form));
        return new(bytes, FileName.Of(file.Name, FileKind.Xlsx), check);
    }

    /// <summary>Stores the bytes, with the row that the desk adds for them.</summary>
    public async Task<Guid> Save(ChosenTemplate chosen, Func<TemplateFile, Task<Guid>> add)
    {
        await using var file = store.Begin();
        await file.Bytes.WriteAsync(chosen.Bytes);
        var contents = new FileContents(file.Flush(), FileKind.Xlsx.ContentType, chosen.Bytes.Length);
        try
        {
            var id = await add(new(contents, chosen.Name, CityFormFiller.DigestOf(chosen.Bytes)));
            await file.Keep();
            return id;
        }
        catch (Exception unknown) when (unknown is not (RuleException or NotAllowedException))
        {
            await file.LetGo(); // whether a row refers to it is looked up at the next start, or when somebody opens it
            throw;
        }
    }

    private static TemplateCheck Tried(FormTemplate template, ICityForm form)
    {
        try
        {
            template.Fill(form, FormContent.ExampleOf(form));
            return template.Check(form);
        }
        catch (Exception failed) when (failed is not RuleException)
        {
            throw new RuleException("この様式には、見本を入れられませんでした。Excelで開いて、もう一度保存してから選んでください。"); // a strange file can fail in many ways
        }
    }

    private static async Task<byte[]> BytesOf(IBrowserFile file)
    {
        try
        {
            await using var upload = file.OpenReadStream(SheetLimits.LargestUpload);
            using var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (Exception lost) when (lost is IOException or JSException or JSDisconnectedException or OperationCanceledException or TimeoutException)
        {
            throw new RuleException("とちゅうで通信が切れました。もう一度選んでください。");
        }
    }
}

/// <summary>A template that was chosen and tried out, but not saved.</summary>
public sealed record ChosenTemplate(byte[] Bytes, string Name, TemplateCheck Check);
