using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OneStop.Portal.Features.RichMenus;

/// <summary>Text in an SVG drawing, centred at a point. Written in C#, because Razor reserves the tag <c>text</c>.</summary>
public sealed class DrawnWords : ComponentBase
{
    private const string Type = "font-family:'BIZ UDPGothic','Yu Gothic UI','Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','IPAexGothic',sans-serif";

    [Parameter] public int Middle { get; set; }
    [Parameter] public int Base { get; set; }
    [Parameter] public int Size { get; set; }
    [Parameter] public string Colour { get; set; } = "";
    [Parameter] public string Words { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Middle.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Base.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "text-anchor", "middle");
        builder.AddAttribute(4, "font-size", Size.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(5, "font-weight", "700");
        builder.AddAttribute(6, "fill", Colour);
        builder.AddAttribute(7, "style", Type);
        builder.AddContent(8, Words);
        builder.CloseElement();
    }
}
