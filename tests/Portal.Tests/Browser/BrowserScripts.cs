namespace CrossRegion.Portal.Tests.Browser;

/// <summary>What the tests run inside the browser.</summary>
internal static class BrowserScripts
{
    /// <summary>WCAG 1.4.3: the texts whose contrast with what is painted behind them is under 4.5 : 1.</summary>
    public const string FaintTexts = """
        () => {
          const rgb = colour => colour.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const colour = rgb(getComputedStyle(e).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) return colour;
            }
            return [255, 255, 255];
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const faint = [];
          let seen = 0;
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim();
            const element = walker.currentNode.parentElement;
            if (!text || element.closest('.hidden, option')) continue;
            seen++;
            const pair = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
            const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
            if (ratio < 4.5) faint.push(`${ratio.toFixed(2)}: ${text}`);
          }
          return seen > 5 ? faint : ['only ' + seen + ' texts were found'];
        }
        """;

    /// <summary>The findings of axe as "rule: element".</summary>
    public const string AxeFindings = """
        async () => {
          const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          if (result.passes.length < 10) return ['axe checked only ' + result.passes.length + ' rules'];
          return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
        }
        """;

    /// <summary>axe-core from npm (<c>npm ci --prefix tests/node</c>).</summary>
    public static string Axe => File.ReadAllText(AxePath);

    public static string AxePath { get; } = Path.Combine(RepositoryRoot(), "tests", "node", "node_modules", "axe-core", "axe.min.js");

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "CrossRegion.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException($"no CrossRegion.sln above {AppContext.BaseDirectory}");
    }
}
