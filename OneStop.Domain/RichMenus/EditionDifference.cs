namespace OneStop.Domain.RichMenus;

/// <summary>前の版とのちがい: what clients would see or press differently, in the words in which the City decides of it.</summary>
/// <param name="Before">The number of the edition that was approved last before this one.</param>
/// <param name="BeforeId">That edition.</param>
/// <param name="HasOtherPicture">The picture is not the same, byte for byte.</param>
/// <param name="Changes">One sentence each; empty if only the picture is another.</param>
public sealed record EditionDifference(int Before, Guid BeforeId, bool HasOtherPicture, IReadOnlyList<string> Changes)
{
    /// <summary>Compares an edition with an earlier one. Buttons are told apart by their place, as the eye does it.</summary>
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
