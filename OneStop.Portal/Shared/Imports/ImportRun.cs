using Microsoft.AspNetCore.Components.Forms;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Shared.Imports;

/// <summary>The words of a feature's import.</summary>
/// <param name="Change">What changes: 変わる日.</param>
/// <param name="Unit">The counter word of changes: 日分.</param>
/// <param name="Row">What a row stands for: 氏名.</param>
/// <param name="Field">What changes in a row: 日.</param>
/// <param name="About">What a sheet covers: 月.</param>
/// <param name="Choose">The text of the button: 勤務表を選んで確かめる.</param>
public sealed record ImportWords(string Change, string Unit, string Row, string Field, string About, string Choose);

/// <summary>The import of one sheet: read, checked, corrected, saved.</summary>
internal sealed class ImportRun<TCheck,
    TDone>(IImportDesk<TCheck, TDone> desk, FileWorkGate gate, SheetLimits limits) where TCheck : ImportCheck where TDone : ImportDone
{
    private readonly Dictionary<int, string> chosen = [];
    private UploadedSheet? sheet;

    /// <summary>What the sheet would change; null if there is no sheet, or it was imported.</summary>
    public TCheck? Check { get; private set; }

    /// <summary>The result of the import.</summary>
    public TDone? Done { get; private set; }

    /// <summary>Why the file could not be read.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why the changes could not be saved as shown. The check is then a new one.</summary>
    public string? Notice { get; private set; }

    public bool IsReading { get; private set; }
    public bool IsImporting { get; private set; }

    /// <summary>The number of changes saved so far.</summary>
    public int Saved { get; set; }

    /// <summary>Returns the present state, for screen readers.</summary>
    public string Say(ImportWords words) => this switch
    {
        { IsReading: true } => "読んでいます…",
        { IsImporting: true } => "取り込んでいます…",
        { Check.Map.IsWanting: true } => "列の対応を選んでください。",
        { Check.Faults.Count: > 0 and var faults } => $"確かめました。直すところが{faults}件あります。",
        { Check: { } check } => $"確かめました。{words.Change}は{check.Preview.Count}件です。下で確かめて、取り込んでください。",
        _ => "",
    };

    /// <summary>Reads a file and checks it.</summary>
    public async Task Read(IBrowserFile file)
    {
        Leave();
        IsReading = true;
        try
        {
            if (file.Size > SheetLimits.LargestUpload)
                throw new RuleException($"ファイルは{SheetLimits.LargestUpload / 1024 / 1024}MBまでです。{limits.Advice}ファイルにしてください。");
            await using var upload = file.OpenReadStream(SheetLimits.LargestUpload);
            using var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes);
            bytes.Position = 0;
            sheet = await gate.Do(() => SheetUpload.Read(bytes, file.Name, limits));
            Check = await desk.Check(sheet);
        }
        catch (RuleException rule)
        {
            Refusal = rule.Message;
        }
        finally
        {
            IsReading = false;
        }
    }

    /// <summary>Maps a column to another field, or to none.</summary>
    /// <param name="field">The field's head; empty to ignore the column.</param>
    public async Task Choose(int column, string field)
    {
        foreach (var other in Check!.Map.Columns.Where(c => field.Length > 0 && c.Field == field && c.Number != column))
            chosen[other.Number] = ""; // a field has one column only
        chosen[column] = field;
        Check = await desk.Check(sheet!, chosen);
    }

    /// <summary>Saves the changes as shown.</summary>
    /// <returns>False if that is no longer possible; the check then shows what would change now.</returns>
    public async Task<bool> TakeOver(IProgress<int> progress)
    {
        (IsImporting, Saved, Notice) = (true, 0, null);
        try
        {
            Done = await desk.Import(Check!, progress);
            Check = null;
            return true;
        }
        catch (RuleException rule)
        {
            Notice = rule.Message;
            Check = await desk.Check(sheet!, chosen);
            return false;
        }
        finally
        {
            IsImporting = false;
        }
    }

    /// <summary>Returns to the beginning.</summary>
    public void Leave()
    {
        chosen.Clear();
        (sheet, Check, Done, Refusal, Notice) = (null, null, null, null, null);
    }
}
