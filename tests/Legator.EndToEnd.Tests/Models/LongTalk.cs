using System.Globalization;
using System.Text.Json;
using Legator.Tests.ModelStandIn;

namespace Legator.EndToEnd.Tests.Models;

/// <summary>What a model says in a long run: one to four calls a turn, of tools that go well, fail, are refused and are not there, with texts of all kinds; and what goes wrong on the way.</summary>
/// <param name="provider">Who says it.</param>
/// <param name="turns">How many turns have calls.</param>
/// <param name="site">Port of the site.</param>
internal sealed class LongTalk(string provider, int turns, int site)
{
    private bool HoldsObjects => provider is "anthropic" or "ollama";

    public StandInTurn Says(int turn)
    {
        if (turn > turns)
        {
            return turn == turns + 1 ? new StandInTurn("INFO: half of a rep") { End = StandInEnd.CutOff, TokensIn = 1000, Cached = 400 } : new StandInTurn("INFO: Alles ist gut, 一切都好 😀.");
        }

        var text = (turn % 5) switch { 0 => "", 1 => $"Turn {turn}.  \n", 2 => "  ", 3 => "Größe \"quoted\" \\ 中文 😀", _ => new string('.', 3000) };
        var calls = Enumerable.Range(0, 1 + (turn % 4)).Select(i => Call(turn, i)).ToList();
        return new StandInTurn(text, calls) { TokensIn = 1000, Cached = 400, Written = 100, End = turn % 30 == 29 ? StandInEnd.CutOff : StandInEnd.Done };
    }

    /// <summary>Faults that pass, of each kind that vendors know.</summary>
    public static StandInFault? Fault(int attempt, bool streaming) => (attempt % 40) switch
    {
        5 => new StandInFault(429, "0"),
        11 => new StandInFault(529, "0"),
        17 => new StandInFault(503, "0"),
        23 => attempt < 40 ? StandInFault.Dropped : null,
        29 => attempt < 40 ? StandInFault.BrokenOff : null,
        35 when attempt < 40 => streaming ? new StandInFault(200) { Pieces = 1, TellsOfAnError = true } : new StandInFault(500),
        _ => null,
    };

    private StandInCall Call(int turn, int index)
    {
        var (name, arguments) = ((turn + (index * 3)) % 12) switch
        {
            0 => ("state_get", """{"key":"missing"}"""),
            1 => ("state_set", JsonSerializer.Serialize(new { key = $"k{turn % 7}", value = "Größe 中文 😀 \" \\ \n\t" })),
            2 => ("http_get", Url("/")),
            3 => ("http_get", """{"url":"http://127.0.0.1:1/closed"}"""),
            4 => ("kubectl_get", """{"resource":"namespaces"}"""),
            5 => ("kubectl_get", """{"resource":"pods","namespace":"models"}"""),
            6 => ("kubectl_get", """{"resource":"nonsense"}"""),
            7 => ("made_up_tool", """{"a":{"b":[1,2.5,null,true]}}"""),
            8 => ("kubectl_delete", """{"resource":"configmap","name":"skill-look","namespace":"models"}"""),
            9 => ("http_get", Url("/" + new string('x', 4000))),
            10 => ("state_set", HoldsObjects ? """{"key":["not","a","text"]}""" : """{"key": """),
            _ => ("kubectl_get", "{}"),
        };
        return new StandInCall(Vendor.Id(provider, turn, index + 1), name, arguments);
    }

    private string Url(string path) => JsonSerializer.Serialize(new { url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site}{path}") });
}
