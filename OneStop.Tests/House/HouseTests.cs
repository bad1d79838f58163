using System.Reflection;
using System.Text.RegularExpressions;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Accounts;

namespace OneStop.Tests.House;

/// <summary>Rules for the whole code base.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Projects = ["OneStop.Domain", "OneStop.Line", "OneStop.Portal"];
    private static readonly Assembly DomainAssembly = typeof(Actor).Assembly;
    private static readonly Assembly LineAssembly = typeof(OneStop.Line.LineOptions).Assembly;
    private static readonly Assembly PortalAssembly = typeof(Program).Assembly;

    [Fact]
    public void The_business_knows_neither_LINE_nor_HTTP_nor_screens_nor_an_engine()
    {
        var known = DomainAssembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.DoesNotContain(known, n => n.StartsWith("OneStop.", StringComparison.Ordinal));
        Assert.DoesNotContain(known,
            n => n.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
                || n.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal));
        Assert.DoesNotContain(known,
            n => n.Contains("Sqlite", StringComparison.Ordinal) || n.Contains("SqlServer", StringComparison.Ordinal)
                || n.Contains("MudBlazor", StringComparison.Ordinal));
    }

    [Fact]
    public void The_channel_knows_the_business_and_no_screens()
    {
        var known = LineAssembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Contains("OneStop.Domain", known);
        Assert.DoesNotContain("OneStop.Portal", known);
        Assert.DoesNotContain(known,
            n => n.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) || n.Contains("Sqlite", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_called_a_manager_helper_or_service()
    {
        string[] empty = ["Manager", "Helper", "Handler", "Processor", "Service", "Dto", "Info", "Repository"];
        string[] linesOwn = ["BotInfo"]; // LINE's own name, of GET /v2/bot/info
        var named = new[] { DomainAssembly, LineAssembly, PortalAssembly }.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("OneStop", StringComparison.Ordinal) == true && !t.Name.Contains('<')
                && empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)) && !linesOwn.Contains(t.Name));
        Assert.Empty(named.Select(t => t.FullName));
    }

    [Fact]
    public void Whoever_starts_a_program_of_ours_says_that_it_needs_time()
    {
        var starting = Directory.EnumerateFiles(Path.Combine(Repository.Root, "OneStop.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetFileName(f), Source: File.ReadAllText(f)))
            .Where(f => StartsAProgram().IsMatch(f.Source)).ToList();
        Assert.True(starting.Count > 8);
        Assert.Empty(starting.Where(f => !f.Source.Contains("NeedsTime(", StringComparison.Ordinal)
            && !f.Source.Contains("[Collection(BrowserGroups.", StringComparison.Ordinal)).Select(f => f.Name));
    }

    [Fact]
    public void Our_methods_have_no_Async_ending()
    {
        var methods = DutyMatrix.Desks.SelectMany(DutyMatrix.ActsOf).Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal));
        Assert.Empty(methods);
    }

    [Fact]
    public void Every_desk_is_given_one_object_for_what_all_desks_need()
    {
        Type[] within = [typeof(Actor), typeof(Microsoft.EntityFrameworkCore.IDbContextFactory<Domain.Data.OneStopDb>), typeof(Domain.LiveUpdates),
            typeof(Domain.Safeguards.Looks), typeof(TimeProvider)];
        var given = DutyMatrix.Desks.ToDictionary(d => d.Name, d => d.GetConstructors().Single().GetParameters().Select(p => p.ParameterType).ToList());
        Assert.DoesNotContain(given, d => !d.Value.Contains(typeof(Domain.Data.DeskContext)));
        // announcements follow from what is saved
        Assert.DoesNotContain(given, d => d.Value.Intersect(within).Any() || d.Value.Any(typeof(Domain.Workers.WorkSignal).IsAssignableFrom));
    }

    [Fact]
    public void Nothing_keeps_a_context_but_what_Identity_makes()
    {
        // created for one change or save, and discarded with it
        Type[] withinOneSave = [typeof(Domain.Clients.Dialogues.DialogueTurn), typeof(Domain.Clients.Forms.FormTurn), typeof(Domain.Data.PersonLookup)];
        var keepers = new[] { DomainAssembly, LineAssembly, PortalAssembly }.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && !t.Name.Contains('<'))
            .Where(t => t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(Domain.Data.OneStopDb)));
        Assert.Empty(keepers.Except(withinOneSave).Select(t => t.FullName));
    }

    [Fact]
    public void Rows_are_changed_where_the_trail_and_the_announcements_see_it()
    {
        // RestoredCopy: a file before it is in place: nobody is notified, and its keys are not in the audit trail. The steps of an erasure: the trail would
        // write down what must go; each records the number of rows, and announces by itself (ADR 44)
        string[] known = ["Forgetting.cs", "FormDraftStep.cs", "MessageStep.cs", "RestoredCopy.cs", "TrailStep.cs"];
        var past = Projects.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Root, p), "*.cs", SearchOption.AllDirectories))
            .Where(f => BulkStatement().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
        Assert.Equal(known, past);
    }

    [Fact]
    public void The_profile_of_a_client_is_never_asked_for()
    {
        var source = Path.Combine(Repository.Root, "OneStop.Line");
        var asking = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("bot/profile", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(asking);
    }

    [Fact]
    public void No_line_is_longer_than_a_reader_breathes_but_for_words_that_stand_in_it()
    {
        const int Longest = 160;
        var files = from project in (string[])["OneStop.Domain", "OneStop.Line", "OneStop.Portal"]
                    from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.*", SearchOption.AllDirectories)
                    where Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("Migrations", StringComparison.Ordinal)
                    select file;
        var longer = from file in files
                     from line in File.ReadLines(file)
                     where line.Length > Longest && Words().Replace(line, "").Length > Longest
                     select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.Empty(longer);
    }

    [Fact]
    public void No_expression_on_a_page_follows_a_letter_at_once()
    {
        var razor = Directory.EnumerateFiles(Path.Combine(Repository.Root, "OneStop.Portal"), "*.razor", SearchOption.AllDirectories);
        var taken = razor.SelectMany(f => LikeAnAddress().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}"));
        Assert.Empty(taken); // Razor takes 年@Day for a mail address and shows it unchanged
    }

    [GeneratedRegex(@"\.Execute(Update|Delete)(Async)?\(|\.SaveChanges\(")]
    private static partial Regex BulkStatement();

    [GeneratedRegex(@"\b(PortalProcess|OwnProcess|BackupShelf|FaultRun)\b.*\bnew\b|new (PortalProcess|OwnProcess|BackupShelf|FaultRun)\b")]
    private static partial Regex StartsAProgram();

    /// <summary>A quoted text, or the text between two tags.</summary>
    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|(?<=>)[^<>]+(?=<)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Words();

    [GeneratedRegex(@"[\p{L}\p{N}]@[A-Za-z_]\w*")]
    private static partial Regex LikeAnAddress();
}
