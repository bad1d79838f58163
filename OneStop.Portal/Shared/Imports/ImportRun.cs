using Microsoft.AspNetCore.Components.Forms;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Shared.Imports;

/// <summary>The words of a feature's import.</summary>
/// <param name="Change">What changes: 変わる日.</param>
/// <param name="Unit">How changes are counted: 日分.</param>
/// <param name="Row">What a change is of: 氏名.</param>
/// <param name="Field">What is changed of it: 日.</param>
/// <param name="About">What a sheet is for: 月.</param>
/// <param name="Choose">What the button says: 勤務表を選んで確かめる.</param>
public sealed record ImportWords(string Change, string Unit, string Row, string Field, string About, string Choose);

/// <summary>One sheet on its way in: read, checked, corrected, taken over.</summary>
internal sealed class ImportRun<TCheck,
    TDone>(IImportDesk<TCheck, TDone> desk, FileWorkGate gate, SheetLimits limits) where TCheck : ImportCheck where TDone : ImportDone
{
    private readonly Dictionary<int, string> chosen = [];
    private UploadedSheet? sheet;

    /// <summary>What the sheet would do; null where there is none, or it is taken over.</summary>
    public TCheck? Check { get; private set; }

    /// <summary>What it did.</summary>
    public TDone? Done { get; private set; }

    /// <summary>Why the file was not read.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why it was not taken over as it was shown. What is shown then is anew.</summary>
    public string? Notice { get; private set; }

    public bool IsReading { get; private set; }
    public bool IsImporting { get; private set; }

    /// <summary>How many of the changes are saved.</summary>
    public int Saved { get; set; }

    /// <summary>Where it stands, for who does not see the page change.</summary>
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

    /// <summary>Reads a column as another field, or not at all.</summary>
    /// <param name="field">The field's head; empty where it is not to be read.</param>
    public async Task Choose(int column, string field)
    {
        foreach (var other in Check!.Map.Columns.Where(c => field.Length > 0 && c.Field == field && c.Number != column))
            chosen[other.Number] = ""; // a field has one column
        chosen[column] = field;
        Check = await desk.Check(sheet!, chosen);
    }

    /// <summary>Takes it over as it was shown.</summary>
    /// <returns>False where that is not possible any more: what would happen now is shown.</returns>
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

    /// <summary>Back to the beginning.</summary>
    public void Leave()
    {
        chosen.Clear();
        (sheet, Check, Done, Refusal, Notice) = (null, null, null, null, null);
    }
}
