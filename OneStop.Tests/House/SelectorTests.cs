using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>
/// Tests of screens find an element by its role and accessible name, as a user of a screen reader does. An element that cannot be found so
/// is a fault of the screen, and a CSS class can be renamed without breaking a test.
/// </summary>
public sealed partial class SelectorTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "OneStop.Tests");
    private static readonly string Marks = Path.Combine(Tests, "EndToEnd", "Marks.cs");

    [Fact]
    public void No_test_of_a_screen_looks_for_an_element_by_CSS()
    {
        var looked = from file in Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories)
                     where file != Marks
                     from line in File.ReadLines(file).Index()
                     where BySelector().IsMatch(line.Item)
                     select $"{Path.GetFileName(file)}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Empty(looked);
    }

    /// <summary>The newest toast need not have come yet: then an earlier act would be undone.</summary>
    [Fact]
    public void An_undo_is_pressed_by_the_words_of_its_toast()
    {
        var pressed = from file in Directory.EnumerateFiles(Path.Combine(Tests, "EndToEnd"), "*.cs")
                      where Path.GetFileName(file) != "Screen.cs"
                      from line in File.ReadLines(file).Index()
                      where line.Item.Contains("\"元に戻す\"", StringComparison.Ordinal) && !line.Item.Contains(".Toasts(\"", StringComparison.Ordinal)
                      select $"{Path.GetFileName(file)}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Empty(pressed);
    }

    [Fact]
    public async Task Each_selector_without_role_and_name_is_approved_with_its_reason()
    {
        List<string> measured = ["# CSS selectors of tests (EndToEnd/Marks.cs): why the element cannot be found by role and name", ""];
        var reason = "";
        foreach (var line in await File.ReadAllLinesAsync(Marks, TestContext.Current.CancellationToken))
        {
            if (Summary().Match(line) is { Success: true } summary)
                reason = summary.Groups[1].Value;
            foreach (Match mark in Selector().Matches(line))
            {
                Assert.NotEmpty(reason); // each selector needs its own
                measured.Add($"{mark.Groups[1].Value}: {reason}");
                reason = "";
            }
        }
        await Approved.Matches("Selectors", measured);
    }

    /// <summary>Calls that take a selector as a string.</summary>
    [GeneratedRegex("""\.Locator\(\s*[$@]*"|\.(?:SetInputFiles|IsVisible|IsHidden)Async\(\s*"|(?:QuerySelector(?:All)?|WaitForSelector|EvalOnSelector(?:All)?)Async\(""")]
    private static partial Regex BySelector();

    [GeneratedRegex(@"\.Locator\([$@]*""([^""]+)""")]
    private static partial Regex Selector();

    [GeneratedRegex("/// <summary>(.+)</summary>")]
    private static partial Regex Summary();
}
