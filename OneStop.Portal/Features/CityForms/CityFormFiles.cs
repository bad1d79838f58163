using OneStop.Domain.CityForms;
using OneStop.Portal.Documents;
using OneStop.Portal.Documents.CityForms;

namespace OneStop.Portal.Features.CityForms;

/// <summary>The files of the page of forms: a template as it was uploaded, the built-in one, and either filled in with examples.</summary>
internal static class CityFormFiles
{
    private const string Base = "/settings/forms";

    public static string UploadedPath(Guid editionId) => $"{Base}/editions/{editionId}.xlsx";

    public static string UploadedExamplePath(Guid editionId) => $"{Base}/editions/{editionId}/example.xlsx";

    public static string BuiltInPath(string code) => $"{Base}/built-in/{Uri.EscapeDataString(code)}.xlsx";

    public static string BuiltInExamplePath(string code) => $"{Base}/built-in/{Uri.EscapeDataString(code)}/example.xlsx";

    extension(IEndpointRouteBuilder app)
    {
        public void MapCityForms()
        {
            app.MapGet($"{Base}/editions/{{id:guid}}.xlsx", async (Guid id, CityFormDesk desk) => await desk.Open(id) is { } opened
                ? new Download(await CityFormFiller.BytesOf(opened), Workbook.ContentType, opened.FileName)
                : Results.NotFound());
            app.MapGet($"{Base}/editions/{{id:guid}}/example.xlsx", async (Guid id, CityFormDesk desk, FileWorkGate gate) => await desk.Open(id) is { } opened
                ? await Example(opened.Form, await CityFormFiller.BytesOf(opened), gate)
                : Results.NotFound());
            app.MapGet($"{Base}/built-in/{{code}}.xlsx", (string code, CityFormDesk desk) => desk.Form(code) is { } form
                ? Download.OfWorkbook(BuiltInTemplate.Of(form), form.Name)
                : Results.NotFound());
            app.MapGet($"{Base}/built-in/{{code}}/example.xlsx", async (string code, CityFormDesk desk, FileWorkGate gate) => desk.Form(code) is { } form
                ? await Example(form, BuiltInTemplate.Of(form), gate)
                : Results.NotFound());
        }
    }

    private static async Task<IResult> Example(ICityForm form, byte[] template, FileWorkGate gate) =>
        Download.OfWorkbook((await gate.Do(() => FormTemplate.Of(template).Fill(form, FormContent.ExampleOf(form)))).Bytes, $"{form.Name}（見本）");
}
