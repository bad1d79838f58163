namespace OneStop.Domain.RichMenus;

/// <summary>A button of the menu below the talk.</summary>
/// <param name="Label">What stands on it and what a screen reader says; pressing it puts the same words into the talk. At most 20 characters.</param>
/// <param name="Data">What is posted back to the service.</param>
/// <param name="Does">What it does, for those who decide whether it may.</param>
/// <param name="OpensKeyboard">The next thing to do is to write.</param>
public sealed record MenuButton(string Label, string Data, string Does, bool OpensKeyboard = false);
