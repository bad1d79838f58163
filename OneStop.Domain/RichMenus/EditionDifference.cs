namespace OneStop.Domain.RichMenus;

/// <summary>前の版とのちがい: what clients would see or press differently, in sentences for the City's decision.</summary>
/// <param name="Before">The number of the last edition approved before this one.</param>
/// <param name="BeforeId">The id of that edition.</param>
/// <param name="HasOtherPicture">Whether the picture differs in any byte.</param>
/// <param name="Changes">One sentence for each change; empty if only the picture differs.</param>
public sealed record EditionDifference(int Before, Guid BeforeId, bool HasOtherPicture, IReadOnlyList<string> Changes)
{
    /// <summary>Compares an edition with an earlier one. Buttons are matched by their position, as a reader would do.</summary>
    public static EditionDifference Between(MenuEdition before, MenuEdition after)
    {
        var most = Math.Max(before.Buttons.Count, after.Buttons.Count);
        var changes = Enumerable.Range(0, most)
            .SelectMany(place => OfButton(place, before.Buttons.ElementAtOrDefault(place), after.Buttons.ElementAtOrDefault(place)));
        if (before.ChatBarText != after.ChatBarText)
            changes = changes.Append($"帯の言葉が「{before.ChatBarText}」から「{after.ChatBarText}」に変わります。");
        return new(before.Number, before.Id, !before.Picture.AsSpan().SequenceEqual(after.Picture), [.. changes]);
    }

    private static IEnumerable<string> OfButton(int place, MenuButton? before, MenuButton? after)
    {
        var name = $"{place + 1}番目のボタン";
        if (before is null || after is null)
        {
            yield return after is null ? $"{name}「{before!.Label}」がなくなります。" : $"{name}「{after.Label}」が加わります。";
            yield break;
        }
        if (before.Label != after.Label)
            yield return $"{name}の名前が「{before.Label}」から「{after.Label}」に変わります。";
        if (before.Does != after.Does || before.Data != after.Data)
            yield return $"{name}「{after.Label}」の動きが変わります。前: {before.Does} いま: {after.Does}";
        if (before.OpensKeyboard != after.OpensKeyboard)
            yield return after.OpensKeyboard ? $"{name}「{after.Label}」を押すと、文字の入力欄が開くようになります。" : $"{name}「{after.Label}」を押しても、文字の入力欄は開かなくなります。";
    }
}
