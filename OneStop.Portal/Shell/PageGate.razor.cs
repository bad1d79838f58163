using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

public sealed partial class PageGate
{
    /// <summary>The addresses of all pages, those with more fixed words first: /clients/new before /clients/{Id}.</summary>
    private static readonly IReadOnlyList<(TemplateMatcher Address, Type Page)> Pages =
        [.. from page in typeof(PageGate).Assembly.GetTypes()
            from route in page.GetCustomAttributes<RouteAttribute>()
            let template = TemplateParser.Parse(route.Template)
            orderby RoutePrecedence.ComputeInbound(template)
            select (new TemplateMatcher(template, new()), page)];

    /// <summary>Returns who may open the page behind an address of the portal; an address without a page is closed to everybody.</summary>
    internal static AllowedAttribute RuleOf(string address)
    {
        var path = address.Split('?', '#')[0];
        return Pages.FirstOrDefault(p => p.Address.TryMatch(path, new())).Page is { } page && RuleOf(page) is { } rule ? rule : new();
    }
}
