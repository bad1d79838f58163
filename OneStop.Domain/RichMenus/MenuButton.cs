namespace OneStop.Domain.RichMenus;

/// <summary>A button of the rich menu.</summary>
/// <param name="Label">The text on it, read by screen readers; pressing it writes the same text into the conversation. At most 20 characters.</param>
/// <param name="Data">The postback data.</param>
/// <param name="Does">What it does, for those who approve the menu.</param>
/// <param name="OpensKeyboard">Whether the keyboard opens, because the client is to write next.</param>
public sealed record MenuButton(string Label, string Data, string Does, bool OpensKeyboard = false);
